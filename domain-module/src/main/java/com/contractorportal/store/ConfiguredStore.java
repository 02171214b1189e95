package com.contractorportal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The store that the settings ask for; reports are what goes into a bucket. */
@ApplicationScoped
class ConfiguredStore {

  private static final String REPORTS = "reports";
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(30);

  @Inject
  @ConfigProperty(name = "portal.store.dir")
  private String folder;

  @Inject
  @ConfigProperty(name = "portal.store.kind", defaultValue = "folder")
  private String kind;

  @Inject
  @ConfigProperty(name = "portal.store.endpoint")
  private Optional<String> endpoint;

  @Inject
  @ConfigProperty(name = "portal.store.region", defaultValue = "us-east-1")
  private String region;

  @Inject
  @ConfigProperty(name = "portal.store.bucket")
  private Optional<String> bucket;

  @Inject
  @ConfigProperty(name = "portal.store.prefix")
  private Optional<String> prefix;

  @Inject
  @ConfigProperty(name = "portal.store.access.key")
  private Optional<String> accessKey;

  @Inject
  @ConfigProperty(name = "portal.store.secret")
  private Optional<String> secret;

  @Produces
  @ApplicationScoped
  FileStore store() {
    FolderStore local = new FolderStore(Path.of(folder));
    if (kind.equals("folder")) {
      return local;
    }
    return new S3Store(
        client(endpoint.map(URI::create), region, credentials()),
        bucket.orElseThrow(
            () -> new IllegalStateException("PORTAL_STORE_KIND s3 needs PORTAL_STORE_BUCKET.")),
        prefix.map(start -> start.replaceFirst("/*$", "/")).orElse(""),
        REPORTS,
        local);
  }

  /** Without keys of its own: those that the machine has, as in Amazon's cloud. */
  private AwsCredentialsProvider credentials() {
    return accessKey.isPresent() && secret.isPresent()
        ? StaticCredentialsProvider.create(
            AwsBasicCredentials.create(accessKey.get(), secret.get()))
        : DefaultCredentialsProvider.builder().build();
  }

  /**
   * A client that others than Amazon understand: the bucket's name in the path, and no checksums
   * that only some know.
   */
  static S3Client client(
      Optional<URI> endpoint, String region, AwsCredentialsProvider credentials) {
    var client =
        S3Client.builder()
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .forcePathStyle(endpoint.isPresent())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(TO_CONNECT)
                    .socketTimeout(TO_ANSWER));
    endpoint.ifPresent(client::endpointOverride);
    return client.build();
  }
}
