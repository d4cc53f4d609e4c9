// Mawqif: What an actor did, and what was done to it
:param actor => 'إيران';
MATCH (a:Actor)
WHERE a.name = $actor OR $actor IN a.aliases
MATCH path = (a)-[r]-(other:Entity)
WHERE r.status IS NOT NULL
RETURN path
ORDER BY coalesce(r.seen_from, date('0001-01-01')) DESC, r.id
LIMIT 60;
