// Mawqif: What two actors did to each other
:param one => 'إيران';
:param other => 'سوريا';
MATCH (a:Actor), (b:Actor)
WHERE (a.name = $one OR $one IN a.aliases) AND (b.name = $other OR $other IN b.aliases)
MATCH path = (a)-[r]-(b)
WHERE r.status IS NOT NULL
RETURN path
ORDER BY coalesce(r.seen_from, date('0001-01-01')) DESC, r.id
LIMIT 50;
