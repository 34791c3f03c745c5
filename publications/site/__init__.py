"""The website: how pages become files, from one locale's build to the whole site swapped in."""
