// Mawqif: Who met whom
:param since => '2011-01-01';
MATCH path = (:Actor)-[r:MET]-(:Actor)
WHERE r.seen_to >= date($since)
RETURN path
ORDER BY r.seen_from DESC, r.id
LIMIT 50;
