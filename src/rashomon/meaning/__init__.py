"""Words of a claim in, what they speak of out: what relating, comparing and settling claims all ask, and no stage owns."""
