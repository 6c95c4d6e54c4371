CREATE TABLE rates (currency VARCHAR(3) NOT NULL, day DATE NOT NULL, rate DOUBLE PRECISION, UNIQUE (currency, day));
