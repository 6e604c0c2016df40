"""How files travel to a clearinghouse and back: a folder, or SFTP. A neighbour of db/ and x12/."""
