"""The rules of the organizations, as dated and sourced TOML files, and their loader."""
