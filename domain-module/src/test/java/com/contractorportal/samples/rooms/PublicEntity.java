package com.contractorportal.samples.rooms;

import com.contractorportal.tenancy.CustomerOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedNativeQuery;

/** Breaks rules: other features could hold references to it, and its query knows no customer. */
@Entity
@NamedNativeQuery(name = "everybody's", query = "SELECT id FROM property")
public class PublicEntity extends CustomerOwned {}
