package com.contractorportal.samples.web;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Breaks a rule: reads past everything. */
public class HoldsTheDatabase {

  Object bare(DataSource source) throws SQLException {
    return source.getConnection();
  }
}
