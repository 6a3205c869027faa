"""What the server adds around Streamlit: headers, the first page, quiet logs."""
