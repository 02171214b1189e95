package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.container.S3Server;
import com.contractorportal.launch.PortalServer;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node whose report files lie in a bucket, alone on the database meanwhile. */
@Tag("drill")
@ExtendWith(PortalExtension.class)
class BucketIT {

  @Test
  void reports_are_made_into_the_bucket_and_taken_from_it(PortalSystem portal) throws Exception {
    NewCompany company = NewCompany.in(portal);
    try (S3Server s3 = new S3Server();
        PortalServer node =
            portal.anotherNode(
                Map.of(
                    "PORTAL_STORE_KIND", "s3",
                    "PORTAL_STORE_ENDPOINT", s3.endpoint().toString(),
                    "PORTAL_STORE_BUCKET", S3Server.BUCKET,
                    "PORTAL_STORE_PREFIX", "portal",
                    "PORTAL_STORE_ACCESS_KEY", "key",
                    "PORTAL_STORE_SECRET", "kept-to-ourselves"))) {
      PortalClient operator = portal.login("root@portal.example").at(node.address());
      PortalClient manager = portal.login(company.manager()).at(node.address());
      PortalClient stranger = portal.stranger().at(node.address());
      portal.server().stop();
      try {
        node.start();
        Answer night =
            operator.post(
                "/api/platform/report-runs", "{\"customerId\":\"" + company.customerId() + "\"}");
        assertThat(night.status()).as(night.toString()).isEqualTo(202);
        Soon.find(
            "the end of the night",
            () ->
                Optional.of(operator.get(night.location()).json())
                    .filter(seen -> seen.getString("status").equals("COMPLETED")));

        JsonObject run = manager.get("/api/report-runs").items().get(0);
        JsonObject file = run.getJsonArray("files").getJsonObject(0);
        String path =
            "/api/report-runs/" + run.getString("id") + "/files/" + file.getString("name");
        String url = manager.post(path + "/ticket").json().getString("url");
        byte[] whole = stranger.get(url).bytes();
        byte[] end = stranger.get(url, "Range", "bytes=-7").bytes();

        assertThat(whole).hasSize(file.getInt("byteCount"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole)))
            .isEqualTo(file.getString("sha256"));
        assertThat(new String(whole, StandardCharsets.UTF_8))
            .endsWith(new String(end, StandardCharsets.UTF_8))
            .isNotEqualTo(new String(end, StandardCharsets.UTF_8));
        Path inFolder = portal.server().store().resolve("reports").resolve(company.customerId());
        assertThat(
                Files.exists(inFolder)
                    ? Files.walk(inFolder).filter(Files::isRegularFile).toList()
                    : List.of())
            .as("files in the folder")
            .isEmpty();
        assertThat(Files.readString(node.log())).doesNotContain("kept-to-ourselves");
      } finally {
        node.stop();
        portal.server().start();
      }
    }
  }
}
