package com.contractorportal.web;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** Refuses a body that goes on behind its JSON document: the binding stops where that ends. */
@Provider
public class WholeJson implements ReaderInterceptor {

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
      byte[] body = context.getInputStream().readAllBytes();
      if (body.length > 0) {
        readToItsEnd(body);
      }
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }

  private static void readToItsEnd(byte[] body) {
    try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body))) {
      while (parser.hasNext()) {
        parser.next();
      }
    } catch (
        RuntimeException notJson) { // The parser's own do not tell all: one nests too deep, say.
      throw new BadRequestException(notJson);
    }
  }
}
