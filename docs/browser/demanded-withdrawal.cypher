// Mawqif: Who demanded that whose forces leave
MATCH path = (:Actor)-[r:DEMANDED_WITHDRAWAL]->(:Entity)
RETURN path
ORDER BY coalesce(r.seen_from, date('0001-01-01')) DESC, r.id
LIMIT 50;
