// Mawqif: Who holds or held office in a country and its bodies
:param country => 'إيران';
MATCH (c:Country)
WHERE c.name = $country OR $country IN c.aliases
MATCH path = (:Person)-[r:HOLDS_POSITION]->(body:Entity)
WHERE body = c OR body.acts_for = c.iso OR body.country = c.iso
RETURN path
ORDER BY r.former, r.id
LIMIT 50;
