"""A document drawn as text, web page and PDF, and its pictures as SVG, plotly and typst."""
