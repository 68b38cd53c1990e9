from locust import HttpUser, between, task


class Visitor(HttpUser):
    wait_time = between(0.5, 3)

    @task(5)
    def search(self):
        self.client.post("/graphql", json={"query": '{ search(text: "tent") { total skus } }'})

    @task(1)
    def suggest(self):
        self.client.post("/graphql", json={"query": '{ suggest(prefix: "sle") }'})
