"""`dateline connect postgres`: Kafka Connect, run from the local broker's Java with Debezium's connector for databases.

`configuration` says what a worker and a connector are told, `process` runs the JVM and notices when the connector has
failed, `command` is what a person types. `connect.txt` and `jdbc.txt` pin the jars beside those of the broker.
"""
