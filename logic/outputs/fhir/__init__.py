"""The guide and its answers as FHIR R4: a questionnaire, a response, and bundles for a clinic's computer."""
