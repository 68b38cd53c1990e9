#!/bin/sh
git --git-dir "$1/$2/.git" rev-parse HEAD
