here=$(dirname "$0")
# The JVM tells of JAVA_TOOL_OPTIONS on standard error.
exec java -cp "$here/target/classes:$here/lib/*" App "$@"
