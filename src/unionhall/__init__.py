"""unionhall (职工之家): the working system of a hospital trade union."""
