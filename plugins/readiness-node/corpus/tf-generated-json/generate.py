"""Writes *.tf.json from the inventory database."""
import json
import urllib.request


def load():
    with urllib.request.urlopen('https://inventory.acme.test/api/hosts') as response:
        return json.load(response)


if __name__ == '__main__':
    hosts = load()
    json.dump({'resource': {'aws_instance': hosts}}, open('main.tf.json', 'w'), indent=2)
