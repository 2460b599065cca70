#ifndef WAVELENGTH_GMIME_SHIM_H
#define WAVELENGTH_GMIME_SHIM_H

#include <gmime/gmime.h>

#endif
