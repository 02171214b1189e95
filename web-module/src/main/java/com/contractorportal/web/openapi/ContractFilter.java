package com.contractorportal.web.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completes the generated contract, at build time only: in answers every field that is not optional
 * is there, and every operation may end in a problem detail.
 */
public class ContractFilter implements OASFilter {

  private static final String REFERENCE = "#/components/schemas/";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    Map<String, Schema> schemas = contract.getComponents().getSchemas();
    Set<String> taken = taken(contract, schemas);
    schemas.forEach(
        (name, schema) -> {
          if (schema.getProperties() != null && !taken.contains(name)) {
            schema.setRequired(
                schema.getProperties().entrySet().stream()
                    .filter(property -> !isOptional(property.getValue()))
                    .map(Map.Entry::getKey)
                    .toList());
          }
        });
    contract.getComponents().addSchema("Problem", problem());
    contract.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(ContractFilter::mayFail);
  }

  /** The schemas that requests consist of; there, what is required is said by constraints. */
  private static Set<String> taken(OpenAPI contract, Map<String, Schema> schemas) {
    Deque<Schema> open = new ArrayDeque<>();
    contract.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(
            operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
        .map(MediaType::getSchema)
        .forEach(open::add);
    Set<String> names = new HashSet<>();
    while (!open.isEmpty()) {
      Schema schema = open.pop();
      if (schema.getRef() != null) {
        String name = schema.getRef().substring(REFERENCE.length());
        if (names.add(name)) {
          open.push(schemas.get(name));
        }
      }
      if (schema.getProperties() != null) {
        open.addAll(schema.getProperties().values());
      }
      if (schema.getItems() != null) {
        open.push(schema.getItems());
      }
    }
    return names;
  }

  private static boolean isOptional(Schema schema) {
    boolean nullable =
        schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
    List<Schema> choices = schema.getAnyOf();
    return nullable || (choices != null && choices.stream().anyMatch(ContractFilter::isOptional));
  }

  private static Schema problem() {
    return object()
        .description("A problem detail (RFC 9457).")
        .addProperty("type", text())
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("requestId", text())
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(
                    object()
                        .addProperty("field", text())
                        .addProperty("message", text())
                        .required(List.of("field", "message"))))
        .addProperty(
            "related",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(
                    object()
                        .addProperty("id", text())
                        .addProperty("text", text())
                        .required(List.of("id", "text"))))
        .required(List.of("type", "title", "status", "detail", "requestId"));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static void mayFail(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse(
            "default",
            OASFactory.createAPIResponse()
                .description("A problem detail that says what would be right.")
                .content(
                    OASFactory.createContent()
                        .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(REFERENCE + "Problem")))));
  }
}
