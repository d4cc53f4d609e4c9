// Mawqif: Every sentence behind an edge: click the edge, copy its id
:param claim => 'claim/0000000000000000';
MATCH (c:Claim {id: $claim})<-[:OF]-(e:Evidence)-[:IN]->(a:Article)-[:PART_OF]->(p:Page)
RETURN a.published_on AS published, e.text AS sentence, e.claimed_by AS claimed_by, a.title AS article, p.path AS page, a.url AS url
ORDER BY published, sentence, page;
