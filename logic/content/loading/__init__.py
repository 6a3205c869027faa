"""The steps of loading content, each apart: YAML to nodes with places, shapes, references, rules."""
