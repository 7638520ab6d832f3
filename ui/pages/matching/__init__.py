"""人岗匹配: people for a post, posts for a person, one number in both directions."""
