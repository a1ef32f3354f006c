process.env.AUTH_SECRET = "a secret for tests, of more than thirty-two characters"
process.env.SITE_URL = "http://localhost:3000"
