package com.contractorportal.web.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.contractorportal.web.property.PropertyResource;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedOperationTest {

  @Test
  void operations_are_named_as_in_the_access_table() {
    List<String> names =
        Arrays.stream(PropertyResource.class.getDeclaredMethods())
            .filter(
                method ->
                    Arrays.stream(method.getAnnotations())
                        .anyMatch(
                            annotation ->
                                annotation.annotationType().isAnnotationPresent(HttpMethod.class)))
            .map(method -> ObservedOperation.name(PropertyResource.class, method).toString())
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrder(
            "GET /api/properties",
            "POST /api/properties",
            "GET /api/properties/{id}",
            "PUT /api/properties/{id}",
            "DELETE /api/properties/{id}",
            "POST /api/properties/{id}/restore");
  }
}
