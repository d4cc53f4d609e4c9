"""Real servers and programs that the tests run against: Neo4j, Gephi, Chromium. Nothing here is shipped."""
