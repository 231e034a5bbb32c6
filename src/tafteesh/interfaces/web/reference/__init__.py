"""Admin: law, places, posts and the editions they came with."""
