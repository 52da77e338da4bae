echo "the AWS SDK for PHP comes from Packagist, which is not among the registries that CI reaches"
exit 1
