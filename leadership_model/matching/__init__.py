"""人岗匹配: one fit, read from the post and from the person.

Modules: fit (values), portraits (which portrait a post has), scores (everybody's score for a
portrait, as vectors), rank (both directions from the same vectors), reasons (one pair in words),
case (one pair with every rule and the effect on the team), effect (what changed elements or models
do to teams, questions and posts), standins (who could follow in a seat so that the state is kept),
coverage (how far the reserve covers open seats), grid (all pairs by columns of posts alike), best
and blocks (the best of every ranking at once, both ways), assignment (people to posts,
together), practice (a portrait drafted from who held some posts), next_posts (what
somebody may take soon).
"""
