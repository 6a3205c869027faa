"""Content at a glance: its flow as a diagram, lists of what it holds, and topics by word."""
