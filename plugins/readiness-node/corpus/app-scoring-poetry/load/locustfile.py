from locust import HttpUser, task


class Scorer(HttpUser):
    @task
    def score(self):
        self.client.post("/score", json={"customer": 1})
