"""The global box: Chinese by overlapping pairs, names by pinyin, phones by keyed hash; only what the reader may see."""
