"""Every route through the guide, walked and held against every property."""
