#!/bin/bash
ansible-playbook -i hosts setup.yml oracle.yml
