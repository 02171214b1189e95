package com.contractorportal.photo;

/** A picture made ready to be shown: upright, of no more than it shows, and not too large. */
record Developed(int width, int height, long byteCount, Shot shot) {}
