package com.contractorportal.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The old portal's company moves in, as the guide says it, beside a server that runs. */
@ExtendWith(PortalExtension.class)
@Tag("any-database")
class MoveInCommandIT {

  private static final String PAT = "pat@green-mountain.example";

  @Test
  void from_the_old_tables_to_the_first_sign_in(PortalSystem portal, @TempDir Path folder)
      throws Exception {
    Path old = Files.createDirectory(folder.resolve("old portal"));
    for (Map.Entry<String, String> table : tables().entrySet()) {
      Files.writeString(old.resolve(table.getKey()), table.getValue());
    }
    String customer = newId();
    Path bundle = folder.resolve("old.zip");

    String converted =
        moveIn(
            portal,
            folder,
            0,
            "convert",
            old.toString(),
            bundle.toString(),
            "--customer",
            customer);
    assertThat(converted).contains("properties: 2 of 3 rows", "names them");
    assertThat(Files.readString(Path.of(bundle + ".report.csv")))
        .contains("row,properties,4,address,,address is missing.");
    assertThat(moveIn(portal, folder, 0, "take", bundle.toString()))
        .contains("are in " + customer + " now, who is new and suspended");
    assertThat(moveIn(portal, folder, 0, "take", bundle.toString())).contains("already");

    String path = "/api/platform/customers/" + customer;
    PortalClient operator = portal.login("root@portal.example");
    Answer activated =
        operator.send("POST", path + "/activate", null, "", "If-Match", operator.get(path).etag());
    assertThat(activated.status()).as(activated.toString()).isEqualTo(200);
    Answer invited =
        operator.post(
            path + "/invitation", "{\"email\":\"" + PAT + "\",\"displayName\":\"Pat Plow\"}");
    assertThat(invited.status()).as(invited.toString()).isEqualTo(200);
    String token = new Letters(portal).token(PAT, 1);
    Answer joined =
        portal
            .stranger()
            .post(
                "/api/invitations/" + token + "/accept",
                "{\"password\":\"" + PortalSystem.PASSWORD + "\"}");
    assertThat(joined.status()).as(joined.toString()).isEqualTo(200);
    PortalClient pat = portal.login(PAT);
    assertThat(pat.customerId()).isEqualTo(customer);
    assertThat(pat.get("/api/properties").items())
        .extracting(property -> property.getString("street"))
        .containsExactly("1 Main St", "2 Main St");
    assertThat(pat.get("/api/audit?action=move-in").items()).hasSize(1);

    assertThat(moveIn(portal, folder, 1, "undo", bundle.toString())).contains("have been changed");
  }

  private static Map<String, String> tables() {
    return Map.of(
        "settings.csv", "setting_key,setting_value\ncompany_name,Green Mountain\n",
        "users.csv", "id,full_name,email,role\n1,Pat Plow," + PAT + ",admin\n",
        "properties.csv", "id,name,address\n1,A,1 Main St\n2,B,2 Main St\n3,C,\n");
  }

  private static String newId() {
    return new SecureRandom()
        .ints(9, 0, 31)
        .mapToObj(i -> "ABCDEFGHJKMNPQRSTUVWXYZ23456789".substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static String moveIn(PortalSystem portal, Path folder, int status, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of("target", "portal", "bin", "portal").toAbsolutePath().toString());
    command.add("move-in");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PORTAL_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PORTAL_DB_URL", portal.schema().jdbcUrl());
    environment.put("PORTAL_DB_USER", portal.schema().user());
    environment.put("PORTAL_DB_PASSWORD", portal.schema().password());
    environment.put("PORTAL_KEYS_DIR", folder.resolve("keys").toString());
    environment.put("PORTAL_STORE_DIR", folder.resolve("store").toString());
    // The server has it: the command does not want it.
    environment.put("PORTAL_HTTP_PORT", Integer.toString(portal.address().getPort()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(status);
    return said;
  }
}
