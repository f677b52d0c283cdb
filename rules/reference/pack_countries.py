#!/usr/bin/env python3
"""Writes countries.txt from two World Bank tables (Country Name,Country Code,Year,Value):

    pack_countries.py GDP.csv POPULATION.csv > countries.txt

For every country and the world: the greatest population and the greatest yearly gross domestic product (in dollars) of the last
twenty years, as whole numbers. Bounds for what cannot be, so the greatest year is the one that counts.
"""
import csv
import sys

# The World Bank's groups of countries, which are no places to say anything of; WLD stays.
GROUPS = set("""AFE AFW ARB CEB CHI CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX INX LAC LCN LDC LIC LMC LMY LTE MEA
MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS UMC""".split())
YEARS = 20


def greatest(path):
    values = {}
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            values.setdefault(row["Country Code"], {})[int(row["Year"])] = round(float(row["Value"]))
    last = max(year for years in values.values() for year in years)
    return {code: max((v for y, v in years.items() if y > last - YEARS), default=0) for code, years in values.items()}, last


gdp, gdp_year = greatest(sys.argv[1])
people, people_year = greatest(sys.argv[2])
print(f"# code population gdp: the greatest of twenty years up to {people_year} and {gdp_year}; World Bank, CC BY 4.0; 0: not known")
for code in sorted(set(people) | set(gdp)):
    if code not in GROUPS and (people.get(code) or gdp.get(code)):
        print(code, people.get(code, 0), gdp.get(code, 0))
