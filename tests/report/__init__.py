"""`ffc report`: reading events, the page, and the page in a browser."""
