package com.contractorportal.persistence;

import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Stores UUIDs as {@code BINARY(16)} where EclipseLink would write 36 characters. */
public class BinaryUuids implements SessionCustomizer {

  @Override
  public void customize(Session session) {
    for (ClassDescriptor descriptor : session.getDescriptors().values()) {
      for (DatabaseMapping mapping : descriptor.getMappings()) {
        if (mapping instanceof AbstractDirectMapping direct
            && direct.getConverter() instanceof UUIDConverter) {
          direct.setConverter(new BinaryUuidConverter());
          direct.setFieldClassification(byte[].class);
        }
      }
    }
  }

  private static final class BinaryUuidConverter implements Converter {

    private static final long serialVersionUID = 1L;

    @Override
    public Object convertObjectValueToDataValue(Object value, Session session) {
      return value instanceof UUID uuid ? UuidBytes.of(uuid) : value;
    }

    @Override
    public Object convertDataValueToObjectValue(Object value, Session session) {
      return value instanceof byte[] bytes ? UuidBytes.read(bytes) : value;
    }

    @Override
    public boolean isMutable() {
      return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {}
  }
}
