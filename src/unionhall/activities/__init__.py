"""What the union does with its people: meets, contests, trainings, outings; who signed up, came, won, got what."""
