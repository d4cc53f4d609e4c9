// Find actors by name
// Actors, agreements and places whose names hold all words asked for, in any spelling, Arabic or English, best first.
//
// param text: search -- the words
// param type: text = null -- only person, country, militia, organization, agreement or place
// column name: its usual name
// column type: person, country, militia, organization, agreement or place
// column name_en: its English name, null when unknown
// column aliases: its other names
// column country: whose person or body it is, ISO 3166-1 alpha-3; null when unknown
// column acts_for: the state it acts for, ISO 3166-1 alpha-3; else null
// column roles: its offices, as told
// column articles: number of articles that name it
// column id: its id
UNWIND range(0, size($text) - 1) AS rank
MATCH (e:Entity {id: $text[rank]})
WITH rank, e, head([l IN labels(e) WHERE l IN ['Person', 'Country', 'Militia', 'Organization', 'Agreement', 'Place']]) AS label
WHERE $type IS NULL OR toLower(label) = toLower($type)
// tell
WITH rank, e, label
ORDER BY rank
LIMIT coalesce($limit, 1000000)
OPTIONAL MATCH (a:Article)-[:MENTIONS]->(e)
WITH rank, e, label, count(a) AS articles
RETURN e.name AS name, toLower(label) AS type, e.name_en AS name_en, e.aliases AS aliases, e.country AS country,
       e.acts_for AS acts_for, e.roles AS roles, articles, e.id AS id
ORDER BY rank
