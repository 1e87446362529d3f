"""What every floor stands on: clock, keys, money, ciphers, text. No models, no Django apps; imports nothing of ours."""
