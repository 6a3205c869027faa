"""The Streamlit side: it draws what `logic` says and holds no rule of the flow."""
