@NullMarked
package org.tocsin.model;

import org.jspecify.annotations.NullMarked;
