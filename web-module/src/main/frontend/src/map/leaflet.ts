import L from 'leaflet';

// The clustering plug-in extends the library where scripts of old found it.
Object.assign(window, { L });

export default L;
