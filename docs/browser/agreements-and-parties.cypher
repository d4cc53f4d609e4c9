// Mawqif: Agreements and who is party to them
MATCH path = (:Actor)-[r:PARTY_TO]->(:Agreement)
RETURN path
ORDER BY coalesce(r.seen_from, date('0001-01-01')) DESC, r.id
LIMIT 50;
