"""The pages of aid and of mutual-aid cover."""
