// Mawqif: Who put sanctions on whom
MATCH path = (:Actor)-[r:SANCTIONED]->(:Entity)
RETURN path
ORDER BY coalesce(r.seen_from, date('0001-01-01')) DESC, r.id
LIMIT 50;
