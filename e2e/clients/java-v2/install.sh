mvn -q -B -Dstyle.color=never compile dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=lib
ls lib | sed -nE 's/^sts-([0-9.]+)\.jar$/\1/p'
