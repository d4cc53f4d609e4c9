// Mawqif: What one says and another denies: the same relation asserted and denied
MATCH (yes:Claim {status: 'asserted'})
MATCH (no:Claim {subject: yes.subject, status: 'denied', type: yes.type, object: yes.object})
MATCH path = (a:Entity {id: yes.subject})-[r]->(b:Entity {id: yes.object})
WHERE type(r) = yes.type
RETURN DISTINCT path
LIMIT 50;
